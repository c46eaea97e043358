"""What is run on the project: installing, checks, and the measures of quality."""
