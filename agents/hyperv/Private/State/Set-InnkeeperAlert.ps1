function Set-InnkeeperAlert {
    <#
    .SYNOPSIS
        Notes that something is wrong, loudly once: an outage of a night is one event, not one a minute. 0 says that it is over.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State,
        [Parameter(Mandatory)] [int] $EventId,
        [Parameter(Mandatory)] [string] $Message
    )
    $isNew = $State['alert'] -ne $EventId
    $State['alert'] = [long] $EventId
    if ($EventId -eq 0) {
        if ($isNew) { Write-InnkeeperLog $Path Information 1100 "Contact is back: $Message" -IsEvent }
        return
    }
    $State['lastError'] = Limit-InnkeeperText $Message 1024
    $State['lastErrorAt'] = ConvertTo-InnkeeperTime (Get-InnkeeperTime)
    if (-not $isNew) { Write-InnkeeperLog $Path Information $EventId $Message }
    elseif ($EventId -in 1201, 1202) { Write-InnkeeperLog $Path Error $EventId $Message }
    else { Write-InnkeeperLog $Path Warning $EventId $Message }
}
