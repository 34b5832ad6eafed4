-- The opening rules as they were when last published. The rolling horizon makes its days from these, so that rules
-- being edited reach nobody before they are published.
ALTER TABLE planner ADD COLUMN published_rules jsonb;
