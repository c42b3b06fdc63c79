"""How the shipped attribution model was made, so that anyone can make it again. Needs the `train` extra."""
