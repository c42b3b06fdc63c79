"""What is in the graph, and the store that keeps it."""
