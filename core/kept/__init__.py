"""What is done with the kept runs: recording one, comparing, an overview, export."""
