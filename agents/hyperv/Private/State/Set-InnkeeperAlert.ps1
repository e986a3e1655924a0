function Set-InnkeeperAlert {
    <#
    .SYNOPSIS
        Records a problem, with one event per problem: an outage of one night is one event, not one per minute. 0 means resolved.
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
        if ($isNew) { Write-InnkeeperLog $Path Information 1100 "Connection restored: $Message" -IsEvent }
        return
    }
    $State['lastError'] = Limit-InnkeeperText $Message 1024
    $State['lastErrorAt'] = ConvertTo-InnkeeperTime (Get-InnkeeperTime)
    if (-not $isNew) { Write-InnkeeperLog $Path Information $EventId $Message }
    elseif ($EventId -in 1201, 1202) { Write-InnkeeperLog $Path Error $EventId $Message }
    else { Write-InnkeeperLog $Path Warning $EventId $Message }
}
