"""From a pen's points or a photograph to the 28x28 that a network sees."""
