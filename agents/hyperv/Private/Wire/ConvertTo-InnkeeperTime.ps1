function ConvertTo-InnkeeperTime {
    <#
    .SYNOPSIS
        A time of the wire, in UTC with milliseconds. A day without a time, as driver dates are, is midnight in UTC.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [object] $Value)
    $time = [datetime]::MinValue
    if ($Value -is [datetime]) {
        $time = $Value.ToUniversalTime()
    }
    elseif ($Value -is [string]) {
        $isDay = [datetime]::TryParseExact($Value, 'yyyy-MM-dd', [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal', [ref] $time)
        if (-not $isDay) { return $null }
    }
    # Windows writes "never" as the first day of its calendar.
    if ($time.Year -le 1601) { return $null }
    $time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [cultureinfo]::InvariantCulture)
}
