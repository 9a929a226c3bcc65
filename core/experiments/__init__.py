"""Many trainings at once: a recipe and what varies in it, who trains it, what it answers."""
