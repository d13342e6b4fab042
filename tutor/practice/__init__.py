"""WHAT TO TRY NEXT: problems without end, each made from a seed."""
