function ConvertFrom-InnkeeperRetryAfter {
    <#
    .SYNOPSIS
        Returns the seconds of a Retry-After header, in either of its two forms; null if it is not usable.
    #>
    [CmdletBinding()]
    [OutputType([double])]
    param ([AllowNull()] [AllowEmptyString()] [string] $Header)
    if (-not $Header) { return $null }
    $seconds = [double] 0
    if ($Header.Trim() -match '\A\d{1,9}\z') { $seconds = [double] $Header.Trim() }
    else {
        $time = [datetime]::MinValue
        if (-not [datetime]::TryParse($Header, [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal', [ref] $time)) { return $null }
        $seconds = ($time - (Get-InnkeeperTime)).TotalSeconds
    }
    if ($seconds -le 0) { return $null }
    # A time of more than an hour is not accepted.
    [System.Math]::Min($seconds, 3600)
}
