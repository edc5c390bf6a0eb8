"""What a picture file says about a person beside the picture itself, and a clean copy of it."""
