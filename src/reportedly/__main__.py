"""`python -m reportedly`."""

from reportedly.cli.main import run

if __name__ == "__main__":
    run()
