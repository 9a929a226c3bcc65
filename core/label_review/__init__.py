"""Labels that are probably wrong: found by networks, judged by a person, never changed."""
