function Get-InnkeeperInstance {
    <#
    .SYNOPSIS
        The id of this installation, made once and on disk before anybody is told of it. Null when there is none for this machine.
    .DESCRIPTION
        It belongs to the machine that it was made on: a copied disk gets an id of its own, or two hosts would speak as one. A
        damaged file is none: enrolling makes a new one, which an administrator approves.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [string] $MachineId,
        [switch] $Create
    )
    $read = $null
    $damage = ''
    try { $read = Read-InnkeeperJsonFile $Path.instance }
    catch { $damage = Get-InnkeeperErrorText $_ }
    if ($null -ne $read -and $read['machineId'] -eq $MachineId) { return $read['instanceId'] }
    if (-not $Create) { return $null }
    if ($damage) { Write-InnkeeperLog $Path Warning 1208 "$damage It is begun anew." }
    $instanceId = [guid]::NewGuid().ToString()
    Write-InnkeeperJsonFile $Path.instance ([ordered]@{ instanceId = $instanceId; machineId = $MachineId })
    $instanceId
}
