"""What several page kinds show, each with its frozen view; a page kind's own things stand in its room."""
