function New-InnkeeperUuid {
    <#
    .SYNOPSIS
        Creates a version 7 UUID: 48 bits of time, then random bits, so that ids sort by creation time.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ()
    $bytes = [byte[]]::new(16)
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    try { $random.GetBytes($bytes) }
    finally { $random.Dispose() }
    $bytes[6] = 0x70 -bor ($bytes[6] -band 0x0F)
    $bytes[8] = 0x80 -bor ($bytes[8] -band 0x3F)
    $time = (ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)).ToString('x12', [cultureinfo]::InvariantCulture)
    $tail = [System.BitConverter]::ToString($bytes, 6).Replace('-', '').ToLowerInvariant()
    '{0}-{1}-{2}-{3}-{4}' -f $time.Substring(0, 8), $time.Substring(8, 4), $tail.Substring(0, 4), $tail.Substring(4, 4), $tail.Substring(8, 12)
}
