"""How fast, side by side with others; nothing here is asserted by tests."""
