# In place of DPAPI: every bit turned over, so that an unsealed token would be found in the file.
function Protect-InnkeeperSecret ([byte[]] $Bytes) { , [byte[]] @(foreach ($byte in $Bytes) { $byte -bxor 255 }) }
