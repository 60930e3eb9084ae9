"""`python3 tests [pytest arguments]`: the whole suite, in the private environment, without a screen.

Any Python 3 must be able to read this file, so that an old one can say what is wrong with it.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "The tests need Python 3.11 or newer; this is Python %d.%d (%s).\n"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(2)

# Python put this folder first, where its modules would pass for top-level ones.
_FOLDER = os.path.dirname(os.path.abspath(__file__))
_ROOT = os.path.dirname(_FOLDER)
sys.path[:] = [_ROOT, *(entry for entry in sys.path if os.path.abspath(entry) != _FOLDER)]

from natopk_desktop import bootstrap
from natopk_desktop.errors import UserError


def main() -> int:
    """Run pytest with this command's arguments; paths among them are relative to the checkout."""
    try:
        bootstrap.enter(("run", "test"), __file__, qt="xcb")
        bootstrap.require_qt_libraries("xcb")  # some tests open real windows on a screen of their own
    except UserError as error:
        sys.stderr.write("tests: %s\n" % error.message)
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("tests: Stopped.\n")
        return 1
    import pytest

    os.chdir(_ROOT)
    return int(pytest.main(sys.argv[1:]))


if __name__ == "__main__":
    sys.exit(main())
