"""What the pages of the ledgers draw: positions for the SVG that their templates write, nothing of the register."""
