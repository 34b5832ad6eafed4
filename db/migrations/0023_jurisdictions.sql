-- Which office serves whom, offices under another, and accounts whose holder has shown who they are.

-- A part of a country (state, province, canton) where several offices share it; otherwise the whole of it.
ALTER TABLE consular_territory ADD COLUMN part boolean NOT NULL DEFAULT false;
-- Two countries may have a part of the same name.
ALTER TABLE consular_territory DROP CONSTRAINT consular_territory_pkey;
CREATE UNIQUE INDEX consular_territory_once ON consular_territory (office_id, country, name) NULLS NOT DISTINCT;
COMMENT ON COLUMN consular_territory.part IS 'name is a part of the country, not the whole of it';

ALTER TABLE office
  -- a territory written by hand is not replaced by an import
  ADD COLUMN territory_changed_at timestamptz,
  ADD COLUMN territory_changed_by integer REFERENCES account,
  -- an honorary consulate, a correspondent or a branch under the office that answers for it
  ADD COLUMN parent_id integer REFERENCES office,
  ADD COLUMN site_kind text CHECK (site_kind IN ('honorary', 'correspondent', 'branch')),
  -- switched off by the network: not shown, not booked; what is booked stays
  ADD COLUMN active boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT office_site CHECK ((parent_id IS NULL) = (site_kind IS NULL)),
  ADD CONSTRAINT office_not_own_parent CHECK (parent_id <> id);
CREATE INDEX office_parent ON office (parent_id) WHERE parent_id IS NOT NULL;

CREATE OR REPLACE VIEW bookable_offering AS
  SELECT offering.id AS offering_id, offering.office_id, offering.service_code
  FROM offering
  WHERE offering.active
    AND EXISTS (SELECT FROM office WHERE office.id = offering.office_id AND office.active)
    AND EXISTS (SELECT FROM planner_offering JOIN planner ON planner.id = planner_offering.planner_id
                WHERE planner_offering.offering_id = offering.id AND planner.published);

-- A role at an office may hold at the sites under it.
ALTER TABLE account_role
  ADD COLUMN with_sites boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT account_role_sites CHECK (NOT with_sites OR office_id IS NOT NULL);

-- Which office people belonged to, and since when.
CREATE TABLE account_office_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id integer NOT NULL REFERENCES account ON DELETE CASCADE,
  from_office_id integer REFERENCES office,
  to_office_id integer REFERENCES office,
  changed_at timestamptz NOT NULL
);
CREATE INDEX account_office_change_account ON account_office_change (account_id, changed_at);

-- That somebody has shown who they are: a document seen by an operator, or an identity provider. Never its number.
CREATE TABLE identification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id integer NOT NULL REFERENCES account ON DELETE CASCADE,
  how text NOT NULL CHECK (how IN ('passport', 'identity-card', 'driving-licence', 'residence-permit', 'other-document', 'spid', 'cie')),
  identified_at timestamptz NOT NULL,
  -- the operator and where; null for an identity provider
  identified_by integer REFERENCES account,
  office_id integer REFERENCES office,
  undone_at timestamptz,
  undone_by integer REFERENCES account
);
CREATE UNIQUE INDEX identification_live ON identification (account_id) WHERE undone_at IS NULL;
