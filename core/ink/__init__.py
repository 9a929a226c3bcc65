"""From a pen's points or a photograph to the ink of one digit."""
