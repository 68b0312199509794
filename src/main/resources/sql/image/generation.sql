update directory_state set image_generation = :run where id = 1
