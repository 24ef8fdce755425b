-- How many have to agree, as the policy said when the review was opened.
ALTER TABLE review
    ADD COLUMN approvals_needed    int   NOT NULL DEFAULT 1,
    ADD COLUMN two_when_overridden jsonb NOT NULL DEFAULT '[]';
ALTER TABLE review
    ALTER COLUMN approvals_needed DROP DEFAULT,
    ALTER COLUMN two_when_overridden DROP DEFAULT;
