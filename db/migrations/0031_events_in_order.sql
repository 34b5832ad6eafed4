-- Numbers handed out in advance to each connection let two events of one instant change places in a booking's history.
ALTER TABLE booking_event ALTER COLUMN id SET CACHE 1;
