"""The views of the lines of the plan: one set of lines, looked at in several ways."""
