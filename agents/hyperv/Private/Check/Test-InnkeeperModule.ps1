function Test-InnkeeperModule {
    <#
    .SYNOPSIS
        Preflight: the modules of Windows that the agent reads with. Only Hyper-V is needed, each other one is a section.
    #>
    [CmdletBinding()]
    param ()
    $use = [ordered]@{
        'Hyper-V'          = 'failed', 'VMs and switches', 'Install the feature Hyper-V-PowerShell.'
        'CimCmdlets'       = 'failed', 'host and guests', 'It is part of Windows PowerShell: this installation is damaged.'
        'NetAdapter'       = 'warning', 'physical adapters', 'It is part of Windows Server; without it the section is skipped.'
        'SmbShare'         = 'warning', 'SMB', 'It is part of Windows Server; without it the section is skipped.'
        'NetLbfo'          = 'warning', 'teams', 'Windows without LBFO (Azure Local, clients) has none; the section is skipped.'
        'DcbQos'           = 'warning', 'DCB', 'It comes with the feature Data-Center-Bridging; only RoCE needs it.'
        'FailoverClusters' = 'warning', 'cluster', 'Only nodes of a cluster need it: feature RSAT-Clustering-PowerShell.'
    }
    foreach ($entry in $use.GetEnumerator()) {
        $grade, $section, $advice = $entry.Value
        $module = @(Get-Module -ListAvailable -Name $entry.Key)
        if ($module.Count -gt 0) { New-InnkeeperCheck "module $($entry.Key)" 'ok' "version $($module[0].Version), for $section" }
        else { New-InnkeeperCheck "module $($entry.Key)" $grade "not on this host, for $section" $advice }
    }
}
