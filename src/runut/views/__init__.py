"""Records for people to look at."""
