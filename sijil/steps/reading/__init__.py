"""What all language packs read with: drafts, scenes, and the choice of a claim's fields among a report's mentions."""
