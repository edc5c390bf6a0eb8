"""What a person or a program gets to see: wording, the Report, its JSON and terminal forms."""
