"""People who were killed, hurt or shot and whom no number counts: "a man was killed", "the victim died"."""
