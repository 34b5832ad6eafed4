-- one_time_codes
SELECT 1;
