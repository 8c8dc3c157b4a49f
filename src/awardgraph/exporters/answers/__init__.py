"""Answers as people take them away: one file a format, all drawn from one sheet of rows."""
