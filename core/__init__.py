"""The laboratory itself: data, networks, training and what is learnt from them. No Qt."""
