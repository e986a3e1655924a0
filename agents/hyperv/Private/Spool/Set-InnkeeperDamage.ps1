function Set-InnkeeperDamage {
    <#
    .SYNOPSIS
        Sets aside a pending snapshot that a power failure or the disk has damaged, and reports it: the server learns from the count of dropped ones.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State,
        [Parameter(Mandatory)] [hashtable] $Waiting
    )
    $State['dropped']++
    $State['lastError'] = "A pending snapshot from $(ConvertTo-InnkeeperTime $Waiting.collectedAt) is damaged and was set aside in $($Path.refused)."
    $State['lastErrorAt'] = ConvertTo-InnkeeperTime (Get-InnkeeperTime)
    Write-InnkeeperLog $Path Warning 1208 "$($State['lastError']) File: $($Waiting.name)"
    [void] (Move-InnkeeperRefused $Path $Waiting 'The file is damaged: it is not a snapshot.')
}
