"""What only whole accounts show: which article translates which, and what two tell in other words."""
