"""`python -m generator` is `tuyenduong`: it works in a folder that was moved or copied too."""

from generator.cli import main

if __name__ == "__main__":
    main()
