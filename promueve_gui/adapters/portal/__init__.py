"""Contents as what a portal takes: HTML to put on a page, and plain text to paste."""
