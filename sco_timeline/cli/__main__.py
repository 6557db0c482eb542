"""``python -m sco_timeline.cli``: the command where its script is not on the path."""

import sys

from sco_timeline.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
