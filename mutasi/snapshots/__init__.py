"""What the register knows of cases, in the shape the rules read."""
