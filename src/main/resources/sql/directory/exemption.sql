select * from exemption where subject = :subject
