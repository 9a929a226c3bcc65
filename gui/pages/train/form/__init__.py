"""The recipe as a form, and the gallery of recipes."""
