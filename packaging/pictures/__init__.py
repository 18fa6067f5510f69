"""How pictures of the window are taken, for `screenshots.py`."""
