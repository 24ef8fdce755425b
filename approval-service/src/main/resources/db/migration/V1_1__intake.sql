-- Named as in every service that takes outcomes in.
ALTER TABLE intake_progress RENAME TO peering_progress;
