"""Recipes: the catalogue, the figures that texts printed, and a recipe as text."""
