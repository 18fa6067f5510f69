"""Documents on paper: broken into pages, painted the same on screen, in a PDF and on a printer."""
