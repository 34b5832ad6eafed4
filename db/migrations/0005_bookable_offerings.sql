-- What can be booked now, said once: the office has it switched on, and a published planner serves it.
CREATE VIEW bookable_offering AS
SELECT offering.id AS offering_id, offering.office_id, offering.service_code
FROM offering
WHERE offering.active
  AND EXISTS (SELECT FROM planner_offering JOIN planner ON planner.id = planner_offering.planner_id
              WHERE planner_offering.offering_id = offering.id AND planner.published);
