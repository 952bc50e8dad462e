"""From a capture of any kind to the folder of a report: what it holds, and what becomes of each of its lines."""
