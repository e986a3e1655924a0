function Get-InnkeeperRandom {
    <#
    .SYNOPSIS
        Returns an unpredictable number from 0 to below 1.
    #>
    [CmdletBinding()]
    [OutputType([double])]
    param ()
    $bytes = [byte[]]::new(4)
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    try { $random.GetBytes($bytes) }
    finally { $random.Dispose() }
    [System.BitConverter]::ToUInt32($bytes, 0) / 4294967296.0
}
