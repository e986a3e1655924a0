# Replaces DPAPI: every bit inverted, so that an unencrypted token would be found in the file.
function Protect-InnkeeperSecret ([byte[]] $Bytes) { , [byte[]] @(foreach ($byte in $Bytes) { $byte -bxor 255 }) }
