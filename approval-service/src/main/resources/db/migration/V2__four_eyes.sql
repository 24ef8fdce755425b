-- Whom the operator can ask: shown beside the outcomes.
ALTER TABLE review ADD COLUMN contacts jsonb NOT NULL DEFAULT '[]';

ALTER TABLE inquiry ADD COLUMN answer_due_at timestamptz;

-- Working papers: who has agreed to a request so far. Where four eyes are asked for, the second one states the fact.
CREATE TABLE consent (
    peering_id  uuid        NOT NULL REFERENCES review,
    approver    text        NOT NULL,
    approved_at timestamptz NOT NULL,
    reason      text,
    overrides   jsonb       NOT NULL,
    PRIMARY KEY (peering_id, approver)
);

-- Who agreed, as the fact names them.
ALTER TABLE statement ADD COLUMN approvals jsonb NOT NULL DEFAULT '[]';
