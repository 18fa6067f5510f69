"""What `make bench` measures, one room per question; `report` knows how a figure is judged and shown."""
