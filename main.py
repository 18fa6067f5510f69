"""What a double click starts."""

import sys

from promueve_gui.__main__ import main

sys.exit(main(sys.argv[1:]))
